import { useMe } from '../../kit/me.ts'
import type { NavEntry } from '../../kit/routes.ts'
import { consoleModules } from './modules.ts'

/** What fits a screen: whoever may open more gets it folded. */
export const fewEntries = 20

/** The entries of the modules that the appointment in use may open, in the order of the modules. */
export function useEntries(): NavEntry[] {
  const { permissions } = useMe()
  return consoleModules
    .flatMap((one) => one.nav ?? [])
    .filter((entry) => !entry.permission || permissions.includes(entry.permission))
}
