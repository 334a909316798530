/** What spreadsheets in China save, where it is not UTF-8. Of the two, only UTF-8 can tell that a text is not its own. */
const encodings = ['utf-8', 'gb18030']

/** The text of a file in UTF-8, with or without its mark, or in GBK or GB18030. Null for what is no such text. */
export function decodedText(bytes: Uint8Array): string | null {
  for (const encoding of encodings) {
    const text = decodedAs(encoding, bytes)
    if (text !== null) return text.includes('\0') ? null : text
  }
  return null
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
