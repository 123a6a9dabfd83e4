import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import { pinyin } from 'pinyin-pro'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser } from '../browser.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

// A journey proves what happens, not how fast: elsewhere on the machine other tests may run.
const busyMachineMs = 45_000

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

interface Person {
  id: string
  name: string
}

test('an officer finds a worker by pinyin and gives a reason to see the numbers; the worker reads who looked and why', async () => {
  const worker = await personOf('worker')
  const desk = await deskOf('district')
  try {
    const { page } = desk
    await page.getByRole('link', { name: '会员', exact: true }).first().click()
    await find(page, spelt(worker.name))
    await page.locator(`tr[data-row-key="${worker.id}"]`).getByRole('button', { name: worker.name }).click()
    await page
      .getByRole('button', { name: '打开档案' })
      .or(page.getByRole('link', { name: '打开档案' }))
      .click()
    await page.getByRole('heading', { name: worker.name, level: 1 }).waitFor()
    const basics = page.getByRole('region', { name: '基本信息' })
    assert.match(await basics.innerText(), /\d{4}\*+\d{3}[\dX][\s\S]*1\d\d\*{4}\d{4}/)
    assert.doesNotMatch(await basics.innerText(), /1\d{10}/)

    await page.getByRole('button', { name: '查看完整号码' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('本人会知道').waitFor()
    await dialog.getByRole('button', { name: '记录理由并查看' }).click()
    await dialog.getByText('请填写“理由”。').first().waitFor()
    await axeClean(page)
    await dialog.getByRole('combobox', { name: '用途' }).click()
    await page.getByTitle('办理会籍', { exact: true }).click()
    await dialog.getByRole('textbox', { name: '理由' }).fill('电话核对入会日期')
    await dialog.getByRole('button', { name: '记录理由并查看' }).click()
    await page.getByText('正在显示完整号码').waitFor()
    assert.match(await basics.innerText(), /1\d{10}/)
    await page.reload()
    await page.getByRole('button', { name: '查看完整号码' }).waitFor()
    assert.doesNotMatch(await basics.innerText(), /1\d{10}/)
    assert.deepEqual(desk.complaints, [])
  } finally {
    await desk.close()
  }
  const phone = await openBrowser({ width: 390, language: 'zh' })
  try {
    await world.signIn(phone.page, 'worker')
    await phone.page.goto(`${world.url}/me/file`)
    const looked = phone.page.locator('.file-part', { hasText: '谁使用过我的信息' })
    await looked.getByText('电话核对入会日期').waitFor()
    assert.match(await looked.innerText(), /江北区总工会.*总工会干部[\s\S]*手机号/)
  } finally {
    await phone.close()
  }
})

test('a union’s chair finds the own members, but nobody of another union, neither by search nor by address', async () => {
  const own = await personOf('worker')
  const stranger = await personOf('worker2')
  const desk = await deskOf('union')
  try {
    const { page } = desk
    await page.goto(`${world.url}/console/members`)
    await find(page, spelt(own.name))
    await page.locator(`tr[data-row-key="${own.id}"]`).waitFor()
    await find(page, stranger.name)
    await page.getByText('没有符合条件的内容').waitFor()
    await page.goto(`${world.url}/console/members/${stranger.id}`)
    await page.getByRole('heading', { name: '没有找到这个人' }).waitFor()
    assert.equal(await page.getByText(stranger.name).count(), 0)
    await axeClean(page)
  } finally {
    await desk.close()
  }
})

test('a change of several members says how many, shows what it did, and is undone', async () => {
  const desk = await deskOf('district')
  try {
    const { page } = desk
    await page.goto(`${world.url}/console/members?q=wang`)
    const rows = page.locator('.ant-table-row')
    for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').check()
    await axeClean(page)
    await page.getByRole('button', { name: '离职、退会、保留会籍' }).click()
    await page.getByRole('radio', { name: '保留会籍' }).check()
    await axeClean(page)
    await page.getByRole('button', { name: '办理保留会籍 2 人' }).click()
    await page.getByText('已为 2 人办理“保留会籍”').waitFor()
    for (const at of [0, 1]) await rows.nth(at).getByText('保留会籍').waitFor()

    // Once more: both are passed over, and it is said why.
    for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').check()
    await page.getByRole('button', { name: '离职、退会、保留会籍' }).click()
    await page.getByRole('radio', { name: '保留会籍' }).check()
    await page.getByRole('button', { name: '办理保留会籍 2 人' }).click()
    await page.getByText('2 人没有办理，原因如下').waitFor()
    assert.equal(await page.locator('.change-result li').count(), 2)
    await page.getByRole('button', { name: '知道了' }).click()

    await rows.nth(2).getByRole('checkbox').check()
    await page.getByRole('button', { name: '离职、退会、保留会籍' }).click()
    await page.getByRole('button', { name: '办理离职 1 人' }).click()
    await page.getByText('已为 1 人办理“离职”').waitFor()
    const left = await total(page)
    await page.getByRole('button', { name: '撤销这次变更' }).click()
    await page.getByRole('button', { name: '撤销 1 人' }).click()
    await page.getByText('已撤销，恢复了 1 人').waitFor()
    await settle(page)
    assert.equal(await total(page), left + 1)
    assert.deepEqual(desk.complaints, [])
  } finally {
    await desk.close()
  }
})

test('of two officers who change one file at once, the later is told and can go on from what stands now', async () => {
  const { id } = await personOf('worker')
  const first = await deskOf('district')
  const second = await deskOf('union')
  try {
    for (const { page } of [first, second]) await page.goto(`${world.url}/console/members/${id}/edit`)
    await first.page.getByRole('textbox', { name: '民族' }).fill('畲族')
    await second.page.getByRole('textbox', { name: '民族' }).fill('回族')
    await first.page.getByRole('button', { name: '保存' }).click()
    await first.page.getByRole('region', { name: '基本信息' }).getByText('畲族').waitFor()

    await second.page.getByRole('button', { name: '保存' }).click()
    await second.page.getByText('有别人改过这位职工的信息').waitFor()
    await axeClean(second.page)
    await second.page.getByRole('button', { name: '按最新内容重新打开' }).click()
    await second.page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some((input) => input.value === '畲族'),
    )
    await second.page.getByRole('textbox', { name: '民族' }).fill('回族')
    await second.page.getByRole('button', { name: '保存' }).click()
    await second.page.getByRole('region', { name: '基本信息' }).getByText('回族').waitFor()
  } finally {
    await first.close()
    await second.close()
  }
})

test('two records are compared, merged with a reason, and parted again', async () => {
  const kept = await personOf('worker')
  const other = await personOf('worker2')
  const desk = await deskOf('district')
  try {
    const { page } = desk
    await page.goto(`${world.url}/console/members/${kept.id}/merge`)
    assert.ok(await page.getByRole('button', { name: '合并这两份档案' }).isDisabled())
    await page.getByText('先选出重复的档案').waitFor()
    await page.goto(`${world.url}/console/members/${kept.id}/merge?other=${other.id}`)
    await page.getByText('两份档案现在都有会籍').waitFor()
    await axeClean(page)
    await page.getByRole('textbox', { name: '怎么确定是同一个人' }).fill('已核对身份证原件')
    await page.getByRole('button', { name: '合并这两份档案' }).click()
    const merged = page.getByRole('region', { name: '已合并的档案' })
    await merged.getByText('已核对身份证原件').waitFor()
    await merged.getByRole('button', { name: '撤销合并' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click()
    await merged.waitFor({ state: 'detached' })
    assert.deepEqual(desk.complaints, [])
  } finally {
    await desk.close()
  }
})

test('the code on a worker’s phone is found genuine at the desk, and a made-up one is not', async () => {
  const phone = await openBrowser({ width: 390, language: 'zh' })
  const desk = await deskOf('district')
  try {
    await world.signIn(phone.page, 'worker')
    const card = (await read(phone.page, '/me/card')) as { name: string; codes: { code: string }[] }
    await desk.page.goto(`${world.url}/console/card-check`)
    const field = desk.page.getByRole('textbox', { name: '卡上的码' })
    await field.fill(card.codes[0]!.code)
    await field.press('Enter')
    await desk.page.getByText('真卡，现在有效').waitFor()
    await desk.page.getByText(card.name).waitFor()
    await axeClean(desk.page)
    await field.fill('GH1.made.up')
    await field.press('Enter')
    await desk.page.getByText('不是本系统的会员码').waitFor()
  } finally {
    await phone.close()
    await desk.close()
  }
})

async function deskOf(role: string) {
  const desk = await openBrowser({ width: 1440, language: 'zh' })
  const complaints = complaintsOf(desk.page)
  desk.page.setDefaultTimeout(busyMachineMs)
  await world.signIn(desk.page, role)
  return { ...desk, complaints }
}

async function personOf(role: string): Promise<Person> {
  const { page, close } = await openBrowser({ width: 390, language: 'zh' })
  try {
    await world.signIn(page, role)
    return ((await read(page, '/me')) as { person: Person }).person
  } finally {
    await close()
  }
}

async function read(page: Page, path: string): Promise<unknown> {
  const answer = await page.request.get(`${world.url}/api/v1${path}`)
  assert.equal(answer.status(), 200, path)
  return answer.json()
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '按姓名、拼音' }).fill(text)
  await page.waitForURL((url) => url.searchParams.get('q') === text)
  await settle(page)
}

async function total(page: Page): Promise<number> {
  const words = await page.getByRole('heading', { level: 1 }).innerText()
  return Number(/(\d[\d,]*) 条/.exec(words)![1]!.replaceAll(',', ''))
}

function spelt(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).join('')
}

async function axeClean(page: Page): Promise<void> {
  await settle(page)
  // A button that is still busy is drawn pale.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.ant-btn')].every((button) => getComputedStyle(button).opacity === '1'),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}: ${nodes[0]?.failureSummary}`),
    [],
  )
}
