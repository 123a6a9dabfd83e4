import assert from 'node:assert/strict'
import { appointAsCommissioner } from './appointment.ts'
import { giveAccount } from './accounts.ts'
import { approve, freezeRoll, namesOn, nominate, planFromGap, reportAndConfirm } from './election.ts'
import { announceInduction, checkIn, closeSession, register } from './induction.ts'
import { as, read } from './office.ts'
import { closeVote, handOut, keyTwice } from './paper-votes.ts'
import { acknowledgeNotice } from '../pages.ts'
import { idIn, organisation, type Stage, type Story } from './story.ts'

const session = {
  title: '新任专员初任培训第二期',
  startsAt: '2026-07-24 09:00',
  endsAt: '2026-07-24 17:00',
}

/** From the committee to the post: chair, commissioner, induction. */
export const postStages: readonly Stage[] = [
  ['the union has a committee and lacks a chair: the election of one is allowed', planChair],
  ['the same person is nominated, elected on paper and confirmed by the higher union', electChair],
  [
    'from the gap to the post: the chair is recommended and appointed commissioner, and the gap is gone',
    ({ office, name }) =>
      appointAsCommissioner(office, { name, organisation, documentNo: '甬北工〔2026〕18号' }),
  ],
  ['induction is asked for, put on the calendar, and the chair registers on the phone', planInduction],
  ['the door checks the chair in; the session is closed, and the certificate is there', attendInduction],
]

async function planChair(story: Story): Promise<void> {
  const { office } = story
  story.chairElection = await planFromGap(office, {
    gap: '缺工会主席',
    link: '选举主席',
    organisation,
    title: '第二届工会主席选举',
    meetingOn: '2026-07-20',
  })
  await approve(office, story.chairElection)
  await freezeRoll(office, story.chairElection)
}

async function electChair({ office, name, committee, chairElection: election }: Story): Promise<void> {
  const roll = await read<{ items: { entryNo: number; name: string }[] }>(
    office,
    `/ballots/${idIn(election)}/roll?limit=200`,
  )
  const { elected } = await read<{ elected: string[] }>(office, `/ballots/${idIn(committee)}/result`)
  const entryOf = (who: string) => roll.items.find((line) => line.name === who)!.entryNo
  await nominate(office, election, [entryOf(name), entryOf(elected[0]!)])
  await giveAccount(office.world, office.tenant, {
    role: 'chair',
    electionId: idIn(election),
    entryNo: entryOf(name),
  })
  await office.world.turnTo('2026-07-20T02:00:00Z')
  await as(office, 'preparer', election)
  await office.page.getByRole('button', { name: '开始投票' }).click()
  await office.page.getByText('已发 0 / 42 张').waitFor()
  const ours = (await namesOn(office, election)).map((each) => (each === name ? '1' : '0')).join('')
  await handOut(office, election, { from: 1, to: 30 })
  await keyTwice(office, election, Array<string>(30).fill(ours))
  await closeVote(office, election, 0)
  await reportAndConfirm(office, election)
}

async function planInduction(story: Story): Promise<void> {
  const { office, phones } = story
  story.eventId = await announceInduction(office, session)
  const phone = phones[0]!
  await office.world.signIn(phone, `chair@${office.tenant}`)
  await acknowledgeNotice(phone)
  story.badgeNo = await register(phone, office, { ...session, id: story.eventId })
}

async function attendInduction({ office, phones, eventId, badgeNo }: Story): Promise<void> {
  await office.world.turnTo('2026-07-24T01:05:00Z')
  await checkIn(office, eventId, badgeNo)
  await office.world.turnTo('2026-07-24T10:00:00Z')
  await closeSession(office, eventId)
  const phone = phones[0]!
  await phone.context().clearCookies()
  await office.world.signIn(phone, `chair@${office.tenant}`)
  await phone.goto(`${office.world.url}/me/training`)
  await phone.getByText('初任培训已于 2026').waitFor()
  const download = phone.waitForEvent('download')
  await phone.getByText('下载证书').click()
  assert.match((await download).suggestedFilename(), /\.docx$/)
}
