import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { complaintsOf, openBrowser } from '../browser.ts'
import { bringColleagues } from '../colleagues.ts'
import { electionStages } from '../steps/story-election.ts'
import { moneyStages } from '../steps/story-money.ts'
import { postStages } from '../steps/story-post.ts'
import { newStory, union, type Story } from '../steps/story.ts'
import { startWorld, type World } from '../world.ts'

const tenant = 'ningbo-jiangbei'
type Opened = Awaited<ReturnType<typeof openBrowser>>

let world: World
let opened: Opened[]
let story: Story
let complaints: string[]

before(async () => {
  world = await startWorld()
  await bringColleagues(world, tenant, [
    { role: 'preparer', name: '钟筹备', post: 'street_officer', organisation: '宁波市江北区中马街道总工会' },
    { role: 'teller1', name: '崔计票', post: 'union_officer', organisation: union },
    { role: 'teller2', name: '费计票', post: 'scrutineer', organisation: union },
  ])
  opened = await Promise.all(
    ([1440, 390, 390, 390] as const).map((width) => openBrowser({ width, language: 'zh' })),
  )
  const [office, ...phones] = opened.map(({ page }) => page)
  complaints = complaintsOf(office!)
  for (const phone of phones) phone.on('pageerror', (error) => complaints.push(error.message))
  story = newStory({ world, tenant, page: office! }, phones)
})

after(async () => {
  for (const each of opened) await each.close()
  await world.close()
})

test('one person all the way: from the gap list over election, appointment, induction and assessment to why 1,200 yuan', async (t) => {
  // Each stage begins where the one before ended: after a failure the rest would say nothing.
  for (const [title, stage] of [...electionStages, ...postStages, ...moneyStages]) {
    let went = false
    await t.test(title, async () => {
      await stage(story)
      assert.deepEqual(complaints, [])
      went = true
    })
    if (!went) return
  }
})
