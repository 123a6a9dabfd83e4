/** Leaves for the sign-in page and comes back to the same place afterwards. */
export function goToSignIn(): void {
  const here = location.pathname + location.search
  location.assign(`/?next=${encodeURIComponent(here)}`)
}

/** Leaves for the sign-in page after signing out, with nothing left of the person in memory. */
export function leaveForSignIn(): void {
  location.assign('/')
}

/** Leaves for the sign-in page, where the password is changed that must not stay as it is. */
export function goToNewPassword(): void {
  location.assign('/?password')
}
