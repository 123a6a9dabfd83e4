// usage: node e2e/zz-look.ts role width lang name=path ...
import { readFileSync } from 'node:fs'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { openBrowser, complaintsOf } from './browser.ts'
import { settle } from './settle.ts'
const [role, width, lang, ...paths] = process.argv.slice(2)
const T = process.env.TMPDIR!
const url = readFileSync(T + '/play.url', 'utf8')
const { page, close } = await openBrowser({ width: Number(width) as 1440, language: lang as 'zh' })
const complaints = complaintsOf(page)
const login = `${role}@ningbo-jiangbei`
await page.goto(`${url}/?lang=${lang}`)
await page.getByRole('textbox', { name: lang === 'zh' ? '账号' : 'Login', exact: true }).fill(login)
await page.getByLabel(lang === 'zh' ? '密码' : 'Password', { exact: true }).fill(demoPassword(login))
await page.getByRole('button', { name: lang === 'zh' ? '登录' : 'Sign in', exact: true }).click()
await page.waitForURL(/\/(console|me)/)
for (const p of paths) {
  const at = p.indexOf('=')
  const to = p.slice(at + 1)
  await page.goto(`${url}${to}${to.includes('?') ? '&' : '?'}lang=${lang}`)
  await settle(page)
  await page.screenshot({ path: `${T}/${p.slice(0, at)}-${width}-${lang}.png`, fullPage: true })
}
console.log(complaints)
await close()
