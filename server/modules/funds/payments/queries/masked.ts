/** An account as officers see it: bank and last four digits; null where there is none, or it was erased. */
export function masked(account: { account: string; bankName: string } | undefined): string | null {
  return account === undefined ? null : `${account.bankName} ···${account.account.slice(-4)}`
}
