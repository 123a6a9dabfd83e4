import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meetingLevels, type Said } from './levels.ts'
import { mutualYes } from './weights.ts'

const said = (by: string, of: string, yes: boolean, score: number | null = null): Said => ({
  by,
  of,
  yes,
  score,
})

/** Everybody of one side meets everybody of the other and says what `says` says. */
function evening(size: number, says: (by: number, of: number, man: boolean) => boolean): Said[] {
  const all: Said[] = []
  for (let man = 0; man < size; man++) {
    for (let woman = 0; woman < size; woman++) {
      all.push(said(`m${man}`, `w${woman}`, says(man, woman, true)))
      all.push(said(`w${woman}`, `m${man}`, says(woman, man, false)))
    }
  }
  return all
}

test('who says yes to all says yes easily, and who is said yes to by all is liked', () => {
  const levels = meetingLevels(evening(6, (by, of, man) => (man ? by === 0 || of === 5 : of === 0)))
  assert.equal(levels.get('m0')!.says, 5)
  assert.ok(levels.get('w5')!.liked >= 4)
  assert.ok(levels.get('w1')!.liked < levels.get('w5')!.liked)
  assert.equal(levels.get('m0')!.scores, null)
})

test('where everybody says the same, everybody stands in the middle', () => {
  for (const yes of [true, false]) {
    const levels = [...meetingLevels(evening(4, () => yes)).values()]
    assert.ok(levels.every((each) => each.says === 3 && each.liked === 3))
  }
})

test('a yes from somebody who says yes to all weighs less than one from somebody choosy', () => {
  const levels = meetingLevels([
    ...['a', 'b', 'c', 'd'].map((of) => said('easy', of, true)),
    ...['p', 'q', 'r', 's'].map((of) => said('choosy', of, of === 'p')),
  ])
  assert.ok(levels.get('p')!.liked > levels.get('a')!.liked)
})

test('two people are wished together by their levels alone, more the higher these are', () => {
  const level = (says: number, liked: number, scores: number | null = null) => ({ says, liked, scores })
  assert.equal(mutualYes(level(2, 5), level(4, 1)), mutualYes(level(4, 1), level(2, 5)))
  assert.ok(mutualYes(level(4, 4), level(4, 4)) > mutualYes(level(3, 3), level(3, 3)))
  assert.ok(mutualYes(level(3, 3, 5), level(3, 3, 3)) > mutualYes(level(3, 3, 1), level(3, 3, 3)))
})
