import type { DemoMaker } from './demos.ts'
import { loginLines, startLoading, type DemoLoad, type DemoOrder } from './load-demos.ts'

/** Starts loading, prints who may log in, one per line, and tells on the terminal how far it is. */
export async function followDemo(order: DemoOrder): Promise<DemoLoad> {
  for (const maker of order.makers) {
    console.log(`Demo ${maker.name}: log-ins 演示账号 (role@tenant  password)`)
    for (const line of await loginLines(maker)) console.log(line)
  }
  const startedAt = Date.now()
  const load = startLoading(order, quarterly())
  const done = load.done.then((end) => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    if (end === 'loaded') console.log(`The demo is loaded 演示数据已载入 (${seconds} s)`)
    return end
  })
  return { ...load, done }
}

/** Tells a line at every quarter: enough to see that it goes on, little enough for a log. */
function quarterly(): (maker: DemoMaker, share: number) => void {
  const told = new Map<DemoMaker, number>()
  return (maker, share) => {
    const quarter = Math.floor(share * 4)
    if (quarter <= (told.get(maker) ?? 0) || quarter === 4) return
    told.set(maker, quarter)
    console.log(`Loading the demo 正在载入演示数据: ${maker.name} ${quarter * 25} %`)
  }
}
