import { useQueryClient } from '@tanstack/react-query'

/** Fetches again what a change of second factors outdates. */
export function useFreshFactors(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all(
      ['getMe', 'getOwnSignIn', 'listOwnPasskeys', 'listOwnSessions'].map((id) =>
        client.invalidateQueries({ queryKey: [id] }),
      ),
    )
  }
}
