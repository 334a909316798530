/** What was looked at and how it is; `mend` says what to do where it is not as it should be. */
export interface Finding {
  mark: Mark
  says: string
  mend?: string
}

/** `bad` keeps the service from working; `mind` does not. */
export type Mark = 'good' | 'mind' | 'bad'

export interface Section {
  title: string
  findings: Finding[]
}

export const good = (says: string): Finding => ({ mark: 'good', says })
export const mind = (says: string, mend?: string): Finding => ({ mark: 'mind', says, mend })
export const bad = (says: string, mend: string): Finding => ({ mark: 'bad', says, mend })

export const isSound = (sections: Section[]): boolean =>
  sections.every(({ findings }) => findings.every(({ mark }) => mark !== 'bad'))

const signs: Record<Mark, string> = { good: '✓', mind: '!', bad: '✗' }

/** All of it in plain lines. */
export const inWords = (sections: Section[]): string =>
  sections
    .filter(({ findings }) => findings.length > 0)
    .map(({ title, findings }) => [title, ...findings.map(asLines)].join('\n'))
    .join('\n\n')

const asLines = ({ mark, says, mend }: Finding): string =>
  [`  ${signs[mark]} ${indented(says)}`, ...(mend ? [`    → ${indented(mend)}`] : [])].join('\n')

const indented = (text: string): string => text.trim().replace(/\n/g, '\n      ')
