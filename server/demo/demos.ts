import type { DemoScale, DemoTenant } from './shapes.ts'

/** A demo tenant before it is made. `today` is the day as of which it is made. */
export interface DemoMaker {
  code: string
  name: string
  make: (asked: { scale: DemoScale; today: string }) => Promise<DemoTenant>
}

/** The demo tenants built so far, in the order in which they are loaded. Each is read only when it is made. */
export const demoMakers: readonly DemoMaker[] = [
  {
    code: 'ningbo-jiangbei',
    name: '宁波市江北区总工会',
    make: async (asked) => (await import('./ningbo-jiangbei.ts')).ningboJiangbei(asked),
  },
  {
    code: 'tianjin',
    name: '天津市总工会',
    make: async (asked) => (await import('./tianjin.ts')).tianjin(asked),
  },
]
