import type { PasskeyAnswer } from '#contract/passkeys.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { checkedSignIn, credentialIdOf, type PasskeyChallenge } from './passkeys.ts'
import { lockPasskey, notePasskeyUse } from './store-passkeys.ts'

/** Whether a passkey of this account answers what was asked; notes its use. */
export async function answersByPasskey(
  tx: Tx,
  accountId: string,
  { asked, response }: { asked: PasskeyChallenge; response: PasskeyAnswer['response'] },
): Promise<boolean> {
  const passkey = await lockPasskey(tx, accountId, credentialIdOf(response))
  if (passkey === null) return false
  const counter = await checkedSignIn(asked, response, {
    id: passkey.credential_id.toString('base64url'),
    publicKey: new Uint8Array(passkey.public_key),
    counter: passkey.counter,
  })
  if (counter === null) return false
  await notePasskeyUse(tx, passkey.id, counter)
  return true
}
