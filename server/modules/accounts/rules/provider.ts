// RFC 8176: what the person knows, and what they have or are.
const knows = new Set(['pwd', 'pin', 'kba'])
const hasOrIs = new Set(['otp', 'hwk', 'swk', 'sc', 'sms', 'tel', 'fpt', 'face', 'iris', 'retina', 'vbm'])

/**
 * Whether an outside provider says that two factors were shown: `amr` names `mfa`, or one thing known and one had; or `acr` is one of those the
 * settings trust. Silence counts as no.
 */
export function showsTwoFactors(
  claims: { amr?: unknown; acr?: unknown },
  trustedAcr: readonly string[],
): boolean {
  if (typeof claims.acr === 'string' && trustedAcr.includes(claims.acr)) return true
  const methods = Array.isArray(claims.amr) ? claims.amr.map(String) : []
  if (methods.includes('mfa')) return true
  return methods.some((method) => knows.has(method)) && methods.some((method) => hasOrIs.has(method))
}
