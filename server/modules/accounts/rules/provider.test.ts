import assert from 'node:assert/strict'
import { test } from 'node:test'
import { showsTwoFactors } from './provider.ts'

test('two factors are what the provider says, and silence is no', () => {
  assert.equal(showsTwoFactors({}, []), false)
  assert.equal(showsTwoFactors({ amr: ['pwd'] }, []), false)
  assert.equal(showsTwoFactors({ amr: ['otp'] }, []), false)
  assert.equal(showsTwoFactors({ amr: ['pwd', 'otp'] }, []), true)
  assert.equal(showsTwoFactors({ amr: ['hwk', 'pin'] }, []), true)
  assert.equal(showsTwoFactors({ amr: ['fpt', 'face'] }, []), false)
  assert.equal(showsTwoFactors({ amr: ['mfa'] }, []), true)
  assert.equal(showsTwoFactors({ amr: 'mfa' }, []), false)
})

test('an acr counts only when the settings trust it', () => {
  assert.equal(showsTwoFactors({ acr: 'gold' }, []), false)
  assert.equal(showsTwoFactors({ acr: 'gold' }, ['gold']), true)
  assert.equal(showsTwoFactors({ acr: 'silver' }, ['gold']), false)
})
