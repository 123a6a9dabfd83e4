import { call } from '../../kit/call.ts'

/** A trip to the outside provider that this tab began: why, and where to go on afterwards. */
interface Trip {
  flowId: string
  why: 'sign-in' | 'link'
  back: string
}

const storageKey = 'gonghui.provider'

/** Leaves for the provider to sign in by it. */
export async function leaveToSignIn(): Promise<void> {
  const { flowId, redirectTo } = await call('startProviderSignIn')
  leave({ flowId, why: 'sign-in', back: new URLSearchParams(location.search).get('next') ?? '' }, redirectTo)
}

/** Leaves for the provider to link one's own account, and comes back to this page. */
export async function leaveToLink(): Promise<void> {
  const { flowId, redirectTo } = await call('startProviderLink')
  leave({ flowId, why: 'link', back: location.pathname }, redirectTo)
}

let returned: (Trip & { answer: string }) | null | undefined

/**
 * The trip this page load comes back from, with the provider's answer; null when it comes from nowhere. The answer leaves the address at once.
 * A trip that another tab or somebody else began is none of ours.
 */
export function tripBack(): (Trip & { answer: string }) | null {
  returned ??= readReturn()
  return returned
}

function readReturn(): (Trip & { answer: string }) | null {
  const answer = location.search
  const query = new URLSearchParams(answer)
  const trip = sessionStorage.getItem(storageKey)
  if (trip === null || !query.has('state')) return null
  sessionStorage.removeItem(storageKey)
  history.replaceState(null, '', '/')
  return { ...(JSON.parse(trip) as Trip), answer }
}

function leave(trip: Trip, redirectTo: string): void {
  sessionStorage.setItem(storageKey, JSON.stringify(trip))
  location.assign(redirectTo)
}
