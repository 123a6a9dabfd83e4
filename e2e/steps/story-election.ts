import assert from 'node:assert/strict'
import { mustBeAccessible } from '../visits.ts'
import { giveAccount } from './accounts.ts'
import {
  approve,
  freezeRoll,
  downloadReport,
  namesOn,
  nominate,
  planFromGap,
  reportAndConfirm,
} from './election.ts'
import { as, confirmed, read } from './office.ts'
import { closeVote, handOut, keyTwice } from './paper-votes.ts'
import { allowPhones, cast, drawToken, makeKey, openUrn, surrender, takeCode } from './phone-votes.ts'
import { idIn, organisation, type Stage, type Story } from './story.ts'

/** Lines of the roll whose persons vote by phone: the last one gives the token up for a paper. */
const onPhones = [41, 42, 12]
const times = (count: number, paper: string) => Array<string>(count).fill(paper)

/** The election of the committee, from the gap to the posts. */
export const electionStages: readonly Stage[] = [
  [
    'an election is asked for and allowed; the roll is frozen and printed with its hash',
    async (story) => {
      story.committee = await planFromGap(story.office, {
        gap: '工会任期将满或已满',
        link: '组织换届选举',
        organisation,
        title: '第二届委员会换届选举',
        seats: 3,
        meetingOn: '2026-07-08',
      })
      await approve(story.office, story.committee)
      assert.match(await freezeRoll(story.office, story.committee), /^[0-9a-f]{64}$/)
    },
  ],
  [
    'the candidates stand in stroke order in their printed notice',
    async ({ office, committee }) => {
      await nominate(office, committee, [40, 3, 21, 11])
      await office.page.getByText('起公示 5 个工作日，到 2026年7月7日').waitFor()
      assert.ok(await office.page.getByRole('button', { name: '开始投票' }).isDisabled())
      await mustBeAccessible(office.page)
      const order = await namesOn(office, committee)
      await office.page.getByRole('link', { name: '打印公示' }).click()
      await office.page.getByText(order[0]!).first().waitFor()
      const notice = await office.page.locator('.paper, main').first().innerText()
      const places = order.map((name) => notice.indexOf(name))
      assert.ok(places.every((place) => place >= 0))
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      )
    },
  ],
  [
    'voting by phone is allowed, three scrutineers keep the key, members draw tokens',
    async (story) => {
      const { office, committee, phones } = story
      await allowPhones(office, committee)
      await as(office, 'teller2', `${committee}/key`)
      story.shares = await makeKey(office)
      await as(office, 'teller1', committee)
      await office.page.getByRole('button', { name: '开始领凭证' }).click()
      await office.page.getByText('正在领凭证：0').waitFor()
      for (const [at, entryNo] of onPhones.entries()) {
        await giveAccount(office.world, office.tenant, {
          role: `voter${at + 1}`,
          electionId: idIn(committee),
          entryNo,
        })
        await office.world.signIn(phones[at]!, `voter${at + 1}@${office.tenant}`)
        await drawToken(phones[at]!)
      }
    },
  ],
  ['two cast on the phone, one of them twice; the third gives the token up', castOnPhones],
  ['papers for the others, keyed by two: a tie at the last seat', countTogether],
  ['the tied are voted on again; the result is reported and confirmed', runOff],
]

async function castOnPhones(story: Story): Promise<void> {
  const { office, committee, phones } = story
  await office.world.turnTo('2026-07-08T02:00:00Z')
  // The street helps the union along, but the vote by phone is opened by the union itself.
  await as(office, 'preparer', committee)
  await office.page.getByText('由本单位工会停发凭证、开始投票').waitFor()
  assert.ok(await office.page.getByRole('button', { name: '停发凭证，开始投票' }).isDisabled())
  await as(office, 'teller1', committee)
  await confirmed(office.page, '停发凭证，开始投票')
  await office.page.getByText('手机投票进行中，3 人持有凭证').waitFor()
  const { phone } = await read<{ phone: { voteId: string } }>(office, `/ballots/${idIn(committee)}`)
  const ballot = `${office.world.url}/public/votes/${phone.voteId}/ballot`
  // Casting needs no session: the phones have none any more.
  for (const each of phones) {
    await each.context().clearCookies()
    await each.goto(ballot)
  }
  const [first, second, third] = phones
  await cast(first!, ['不同意', '同意'])
  await first!.getByRole('button', { name: '重新投票' }).click()
  await cast(first!, ['同意', '同意'])
  await cast(second!, ['同意', '同意'])
  await first!.getByRole('link', { name: '在公示板上查回执' }).click()
  await first!.getByText('在票箱里，会计票。').waitFor()
  story.code = await surrender(third!)
}

async function countTogether(story: Story): Promise<void> {
  const { office, committee } = story
  await as(office, 'teller1', `${committee}?part=roll`)
  await takeCode(office, 12, story.code)
  await handOut(office, committee, { from: 1, to: 32 })
  // Each of thirty papers leaves out one of four; with the phones 25, 25, 22 and 22 votes, where 22 elect.
  await keyTwice(office, committee, [
    ...times(7, '0111'),
    ...times(7, '1011'),
    ...times(8, '1101'),
    ...times(8, '1110'),
  ])
  await openUrn(office, committee, story.shares)
  await closeVote(office, committee, 1)
  await office.page.goto(`${committee}?part=result`)
  await office.page.getByText('最后名额上 2 人票数相等').waitFor()
  await mustBeAccessible(office.page)
  await office.page.getByText('领凭证 3，投票 2，交回换纸质 1，没有投 0').waitFor()
}

async function runOff(story: Story): Promise<void> {
  const { office, committee } = story
  await as(office, 'preparer', committee)
  await confirmed(office.page, /票数相等者再次投票/, '票数相等者再次投票')
  await office.page.getByText('已发 0 / 42 张').waitFor()
  // Whoever voted by phone has a paper in the run-off like everybody.
  await handOut(office, committee, { from: 13, to: 42 })
  const [tied] = await namesOn(office, committee)
  await keyTwice(office, committee, [...times(17, '10'), ...times(13, '01')])
  await closeVote(office, committee, 0)
  await downloadReport(office, committee)
  await reportAndConfirm(office, committee)
  await mustBeAccessible(office.page)
  const { elected } = await read<{ elected: string[] }>(office, `/ballots/${idIn(committee)}/result`)
  assert.equal(elected.length, 3)
  assert.equal(elected.at(-1), tied)
  story.name = tied!
}
