import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requestFor } from './request.ts'

test('path parts are taken from the input and the rest of a GET becomes its query', () => {
  assert.deepEqual(
    requestFor('GET', '/organisations/:organisationId/members', {
      organisationId: 'a/b',
      q: '王 芳',
      status: '',
    }),
    {
      method: 'GET',
      url: '/api/v1/organisations/a%2Fb/members?q=%E7%8E%8B+%E8%8A%B3',
    },
  )
})

test('the rest of a write becomes its body', () => {
  assert.deepEqual(requestFor('POST', '/imports/:id/commit', { id: '7', version: 3 }), {
    method: 'POST',
    url: '/api/v1/imports/7/commit',
    body: '{"version":3}',
  })
})

test('a list in a query is given by repeating its name', () => {
  assert.equal(requestFor('GET', '/members', { kind: ['a', 'b'] }).url, '/api/v1/members?kind=a&kind=b')
})

test('a missing path part is the caller’s mistake and is not sent', () => {
  assert.throws(() => requestFor('GET', '/members/:id', {}), /needs id/)
})
