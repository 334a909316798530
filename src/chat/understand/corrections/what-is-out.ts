const out = [
  /^(?:把)?(?:去掉|去除|删掉|删除|删了|拿掉|不要|取消|不算|不报)了?(?<what>.+?)(?:了|吧|这[行条个]|那[行条个])*$/u,
  /^(?:把)?(?<what>.+?)(?:不要|去掉|删掉|删除|删|拿掉|取消|不算|不报)(?:了|吧)*$/u,
  /^(?:please )?(?:remove|delete|drop|take out|without|scrap|no)(?: the)? (?<what>.+)$/u,
  /^take (?:the )?(?<what>.+) out$/u,
]

/** What is to go: 芬达 of 去掉芬达. */
export const whatIsOut = (text: string): string | undefined =>
  out.map((form) => form.exec(text)?.groups?.what).find(Boolean)
