/**
 * The word by which this answer of the page lets style elements pass (server/platform/http/headers.ts); '' under vite. antd names it on its
 * own styles, but its measuring of scroll bars makes an element without asking: every style element that our scripts make gets it.
 */
export function startStyleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''
  const create = document.createElement.bind(document) as (name: string, options?: object) => HTMLElement
  document.createElement = ((name: string, options?: object) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }) as typeof document.createElement
  return nonce
}
