import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ristretto255_oprf as oprf } from '@noble/curves/ed25519.js'
import { bytesOfHex, hexOf, sha256 } from './bytes.ts'
import { committeeSecretOf, isShareOf, makeCommitteeKey } from './committee-key.ts'
import { openBallot, sealBallot, sealedBytes } from './sealed-ballot.ts'
import { evaluateBlinded, finishToken, requestToken, signAct, tokenKeysOf, tokenSecretOf } from './tokens.ts'

// RFC 9497, A.1.2: VOPRF mode, ristretto255-SHA512, test vectors 1 and 2.
const keyInfo = 'test key'
const seed = bytesOfHex('a3'.repeat(32))
const secretKey = 'e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909'
const publicKey = 'c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e'
const blind = '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706'
const proofScalar = '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e'
const vectors = [
  {
    input: '00',
    blinded: '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
    evaluated: 'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
    proof:
      'ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d',
    output:
      'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c',
  },
  {
    input: '5a'.repeat(17),
    blinded: 'cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c',
    evaluated: '60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468',
    proof:
      '401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02',
    output:
      '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6',
  },
]

test('tokens are those of RFC 9497: keys, evaluation and output agree with its vectors', () => {
  const keys = tokenKeysOf(seed, keyInfo)
  assert.equal(hexOf(keys.secretKey), secretKey)
  assert.equal(hexOf(keys.publicKey), publicKey)
  for (const vector of vectors) {
    const request = {
      serial: bytesOfHex(vector.input),
      blind: bytesOfHex(blind),
      blinded: bytesOfHex(vector.blinded),
    }
    assert.equal(hexOf(evaluateBlinded(keys, request.blinded).evaluated), vector.evaluated)
    const answer = { evaluated: bytesOfHex(vector.evaluated), proof: bytesOfHex(vector.proof) }
    assert.equal(hexOf(finishToken(request, answer, keys.publicKey).secret), vector.output)
    assert.equal(hexOf(tokenSecretOf(keys, request.serial)), vector.output)
  }
})

test('the proof is the one of the RFC to the byte, its random scalar given', () => {
  const keys = tokenKeysOf(seed, keyInfo)
  // The package makes of random bytes a scalar from 1 on, little-endian: one less than the vector's.
  const rng = (length = 48) => {
    const bytes = new Uint8Array(length)
    bytes.set(bytesOfHex(proofScalar))
    bytes[0]! -= 1
    return bytes
  }
  for (const vector of vectors) {
    const { proof } = oprf.voprf.blindEvaluate(
      keys.secretKey,
      keys.publicKey,
      bytesOfHex(vector.blinded),
      rng,
    )
    assert.equal(hexOf(proof), vector.proof)
  }
})

test('a token made with a key of one’s own for a voter is refused by that voter’s device', () => {
  const published = tokenKeysOf(seed, 'the vote')
  const tagging = tokenKeysOf(seed, 'the vote, for one voter')
  for (let voter = 0; voter < 5; voter += 1) {
    const request = requestToken()
    assert.throws(() => finishToken(request, evaluateBlinded(tagging, request.blinded), published.publicKey))
    const posing = { ...tagging, publicKey: published.publicKey }
    assert.throws(() => finishToken(request, evaluateBlinded(posing, request.blinded), published.publicKey))
    const token = finishToken(request, evaluateBlinded(published, request.blinded), published.publicKey)
    assert.deepEqual(token.secret, tokenSecretOf(published, token.serial))
  }
})

test('a signature is good for one act, one vote and the same bytes', async () => {
  const token = { secret: await sha256(bytesOfHex('01')) }
  const about = { voteId: 'A', content: bytesOfHex('0102') }
  const signed = hexOf(await signAct(token, 'cast', about))
  assert.equal(hexOf(await signAct(token, 'cast', { ...about, voteId: 'a' })), signed)
  assert.notEqual(hexOf(await signAct(token, 'surrender', about)), signed)
  assert.notEqual(hexOf(await signAct(token, 'cast', { ...about, voteId: 'B' })), signed)
  assert.notEqual(hexOf(await signAct(token, 'cast', { ...about, content: bytesOfHex('0103') })), signed)
})

test('any two of three shares open every ballot; one does not, nor a misread one, nor one twice', async () => {
  const { publicKey, shares } = await makeCommitteeKey()
  const [first, second, third] = shares as [string, string, string]
  const place = { voteId: 'vote', serial: requestToken().serial }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 126 }),
      async (marks) => {
        const sealed = await sealBallot(publicKey, place, marks)
        assert.equal(sealed.length, sealedBytes)
        for (const pair of [
          [first, second],
          [second, third],
          [first, third],
        ]) {
          const secret = await committeeSecretOf(pair, publicKey)
          assert.deepEqual(await openBallot(secret!, place, { sealed, names: marks.length }), marks)
        }
      },
    ),
    { numRuns: 20 },
  )
  assert.equal(await committeeSecretOf([first], publicKey), null)
  assert.equal(await committeeSecretOf([first, first], publicKey), null)
  const misread = first.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
  assert.equal(await isShareOf(misread, publicKey), false)
  assert.equal(await committeeSecretOf([misread, second], publicKey), null)
  const other = await makeCommitteeKey()
  assert.equal(await committeeSecretOf([other.shares[0]!, second], publicKey), null)
})

test('a ballot opens for its own vote and token only, and a changed one not at all', async () => {
  const { publicKey, shares } = await makeCommitteeKey()
  const secret = (await committeeSecretOf(shares.slice(0, 2), publicKey))!
  const place = { voteId: 'vote', serial: requestToken().serial }
  const sealed = await sealBallot(publicKey, place, [1, 2, 0])
  assert.deepEqual(await openBallot(secret, place, { sealed, names: 3 }), [1, 2, 0])
  assert.equal(await openBallot(secret, { ...place, voteId: 'other' }, { sealed, names: 3 }), null)
  assert.equal(
    await openBallot(secret, { ...place, serial: requestToken().serial }, { sealed, names: 3 }),
    null,
  )
  assert.equal(await openBallot(secret, place, { sealed, names: 2 }), null)
  for (const at of [0, 40, sealedBytes - 1]) {
    const changed = sealed.slice()
    changed[at]! ^= 1
    assert.equal(await openBallot(secret, place, { sealed: changed, names: 3 }), null)
  }
  const odd = await sealBallot(publicKey, place, [1, 9, 0])
  assert.equal(await openBallot(secret, place, { sealed: odd, names: 3 }), null, 'no such mark')
})
