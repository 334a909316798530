const leading =
  /^(?:[\s,，。.;；:：、!！?？~～\-–—"'“”)）】\]]|嗯+|呃+|额+|那个(?![月周客家店])|就是说?|然后|另外|还有(?=[,，\s])|关于|有关|的是|的(?=\p{Script=Han}{2})|了(?!解|不|结|断|却)|(?:about|on|regarding|re|that|and|also|instead)\b)+/iu
const trailing =
  /(?:[\s,，。;；:：、!！~～\-–—"'“(（【[]|\.(?!\d)|\b(?:and|(?<!\b(?:pass|hand|carry|put|turn|switch|move)(?:ed|ing)?(?: it| them)? )on|by|at|for|the|to)\b|嗯+|呃+|然后|那个|吧|哈|啊|呀|谢谢|辛苦了)+$/iu

/** What was said, without what stands around it in speech. */
export function tidied(words: string): string {
  const once = words.replace(leading, '').replace(trailing, '')
  return once === words ? once : tidied(once)
}

/** Parts of a sentence as one text. */
export function joined(parts: string[]): string {
  const said = [...new Set(parts.map(tidied).filter((part) => !/^[的了]*$/u.test(part)))]
  return said.reduce((text, part) => (text === '' ? part : text + between(text, part) + part), '')
}

const endsInHan = /\p{Script=Han}[\p{P}\d%]*$/u
const beginsInHan = /^[\p{P}\d]*\p{Script=Han}/u

/** No Chinese comma between English words. */
const between = (before: string, after: string): string =>
  endsInHan.test(before) || beginsInHan.test(after) ? '，' : ', '
