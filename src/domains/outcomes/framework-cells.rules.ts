/** What one cell of a framework table means. Pure. */

/** “Young person reviewed” is read as young_person_reviewed. */
export const stateText = (cell: string) => cell.trim().toLowerCase().replaceAll(/[ -]+/g, '_')

/** One source on each line: its code, a colon, and where or how it says so. */
export function anchorsOf(cell: string | undefined): readonly unknown[] | undefined {
  return cell
    ?.split(/\r\n|\r|\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const colon = text.indexOf(':')
      if (colon < 0) return { source: text }
      return { source: text.slice(0, colon), where: text.slice(colon + 1) }
    })
}

/** Codes in one cell, parted by spaces or commas. */
export const codes = (cell: string | undefined) =>
  cell?.split(/[\s,;]+/).filter((text) => text !== '')

/** A whole number, or the text itself for the reader of the document to refuse. */
export const wholeNumber = (cell: string): unknown =>
  /^\d{1,4}$/.test(cell.trim()) ? Number(cell) : cell

/** Yes or no, or the text itself for the reader of the document to refuse. */
export function yesNo(cell: string): unknown {
  const text = cell.trim().toLowerCase()
  if (text === 'yes' || text === 'true') return true
  return text === 'no' || text === 'false' ? false : cell
}

/** The fields that were given. */
export const present = (given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
