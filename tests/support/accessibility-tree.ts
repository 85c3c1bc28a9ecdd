import type { CDPSession, Page } from 'playwright-core'

/** A thing as a screen reader is told of it. */
export type Told = {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly level: number | undefined
  /** Roles and names of what stands around it, the nearest first. */
  readonly within: readonly { readonly role: string; readonly name: string }[]
  /** The language in which it would be read out, and whether its words are names kept apart (bdi). */
  readonly language: string
  readonly isName: boolean
}

/** The whole tree that a screen reader is given of the page as it stands, in its order. */
export async function accessibilityTree(page: Page): Promise<readonly Told[]> {
  const devices = await page.context().newCDPSession(page)
  const { nodes } = await devices.send('Accessibility.getFullAXTree')
  const known = new Map(nodes.map((node) => [node.nodeId, node]))
  const textOf = (value: { readonly value?: unknown } | undefined): string =>
    typeof value?.value === 'string' ? value.value.trim() : ''
  const around = (id: string | undefined): Told['within'] => {
    const node = id === undefined ? undefined : known.get(id)
    if (!node) return []
    const one = { role: textOf(node.role), name: textOf(node.name) }
    return [...(node.ignored ? [] : [one]), ...around(node.parentId)]
  }
  const told: Told[] = []
  for (const node of nodes.filter((n) => !n.ignored && n.backendDOMNodeId !== undefined)) {
    const level: unknown = node.properties?.find((p) => p.name === 'level')?.value.value
    told.push({
      role: textOf(node.role),
      name: textOf(node.name),
      description: textOf(node.description),
      level: typeof level === 'number' ? level : undefined,
      within: around(node.parentId),
      ...(await spokenAs(devices, node.backendDOMNodeId ?? 0, textOf(node.role))),
    })
  }
  await devices.detach()
  return told
}

const LOOKED_AT =
  /^(link|button|textbox|checkbox|radio|combobox|group|radiogroup|heading|StaticText)$/

async function spokenAs(
  devices: CDPSession,
  backendNodeId: number,
  role: string,
): Promise<Pick<Told, 'language' | 'isName'>> {
  if (!LOOKED_AT.test(role)) return { language: '', isName: false }
  const { object } = await devices.send('DOM.resolveNode', { backendNodeId })
  const { result } = await devices.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    returnByValue: true,
    functionDeclaration: `function () {
      const e = this.nodeType === 1 ? this : this.parentElement
      const label = e.labels && e.labels[0] || e
      const inner = label.querySelector('[lang]')
      const whole = inner && inner.textContent.trim() === label.textContent.trim() ? inner : label
      return (whole.closest('[lang]')?.lang ?? '') + '|' +
        (e.closest('bdi, [translate=no]') || label.querySelector('bdi')?.textContent.trim() === label.textContent.trim() ? 'name' : '')
    }`,
  })
  const [language = '', name = ''] = String(result.value).split('|')
  return { language, isName: name === 'name' }
}
