import type { Sentence } from './sentence.ts'

/** What is done with money. */
export const fundSentences = {
  'funds.source_named': { zh: '登记了资金来源', en: 'named a source of money' },
  'funds.budget_opened': { zh: '建立了预算', en: 'opened a budget' },
  'funds.money_moved': {
    zh: '拨入预算 {amount} 元',
    en: 'put {amount} yuan into a budget',
  },
  'funds.movement_reversed': {
    zh: '冲销了一笔拨款，{amount} 元',
    en: 'took a movement of {amount} yuan back',
  },
  'funds.account_recorded': { zh: '登记了收款账户', en: 'recorded the account somebody is paid to' },
  'funds.batch_made': {
    zh: '编制发放清单，{lines} 笔，{total} 元',
    en: 'made a payment list of {lines} {lines|line|lines}, {total} yuan',
  },
  'funds.batch_checked': {
    zh: '复核通过发放清单，{total} 元',
    en: 'checked a payment list of {total} yuan',
  },
  'funds.batch_sent_back': {
    zh: '退回发放清单，{total} 元',
    en: 'sent back a payment list of {total} yuan',
  },
  'funds.batch_paid': { zh: '办理付款，{total} 元', en: 'paid a list of {total} yuan' },
  'funds.list_taken': {
    zh: '导出银行代发清单，{lines} 笔',
    en: 'took away a bank list of {lines} {lines|line|lines}',
  },
  'funds.paper_taken': {
    zh: '下载发放表或发放清单，{lines} 笔',
    en: 'took away a payment paper of {lines} {lines|line|lines}',
  },
  'funds.returns_read': {
    zh: '登记银行退回 {lines} 笔，{total} 元',
    en: 'read {lines} {lines|return|returns} of the bank, {total} yuan',
  },
  'stipends.grade_entered': { zh: '录入补贴等次', en: 'entered a grade for the stipend' },
  'stipends.grade_approved': { zh: '审定补贴等次', en: 'approved a grade for the stipend' },
  'stipends.grade_refused': { zh: '退回补贴等次', en: 'refused a grade for the stipend' },
  'stipends.run': {
    zh: '核算 {month} 补贴，{lines} 笔，{total} 元',
    en: 'worked out the stipends of {month}: {lines} {lines|line|lines}, {total} yuan',
  },
  'points.granted': {
    zh: '拟拨 {year} 年直管点经费 {total} 元',
    en: 'granted a direct point {total} yuan for {year}',
  },
  'points.approved': {
    zh: '审定 {year} 年直管点经费 {total} 元',
    en: 'approved {total} yuan of a direct point for {year}',
  },
  'points.refused': {
    zh: '退回 {year} 年直管点经费 {total} 元',
    en: 'refused {total} yuan of a direct point for {year}',
  },
  'points.paid': {
    zh: '登记直管点经费付款 {amount} 元',
    en: 'recorded a payment of {amount} yuan to a direct point',
  },
  'points.payment_reversed': {
    zh: '冲销直管点经费付款 {amount} 元',
    en: 'took a payment of {amount} yuan to a direct point back',
  },
  'points.reported': { zh: '报送直管点进展', en: 'reported the progress of a direct point' },
  'points.report_accepted': {
    zh: '审核通过直管点进展',
    en: 'accepted a report of progress of a direct point',
  },
  'points.report_returned': {
    zh: '退回直管点进展报告',
    en: 'returned a report of progress of a direct point',
  },
  'points.proposed': { zh: '申报示范点', en: 'proposed a demonstration point' },
  'points.designated': { zh: '命名示范点', en: 'designated a demonstration point' },
  'points.not_designated': { zh: '未命名示范点', en: 'did not designate a demonstration point' },
  'contributions.recorded': {
    zh: '登记 {month} 应缴工会经费 {due} 元',
    en: 'recorded a contribution of {due} yuan due for {month}',
  },
  'contributions.exported': {
    zh: '导出工会经费收缴台账 {rows} 行',
    en: 'took away a register of {rows} {rows|contribution|contributions}',
  },
  'dues.exported': {
    zh: '导出会费台账 {rows} 行',
    en: 'took away a register of dues, {rows} {rows|line|lines}',
  },
  'prizes.exported': {
    zh: '导出文体活动奖励台账 {rows} 行',
    en: 'took away a register of prizes, {rows} {rows|contest|contests}',
  },
  'points.exported': {
    zh: '导出直管点经费台账 {rows} 行',
    en: 'took away a register of {rows} direct {rows|point|points}',
  },
  'funds.budgets_exported': {
    zh: '导出资金预算台账 {rows} 行',
    en: 'took away a register of {rows} {rows|budget|budgets}',
  },
  'funds.lists_exported': {
    zh: '导出发放清单台账 {rows} 行',
    en: 'took away a register of {rows} payment {rows|list|lists}',
  },
  'allocations.list_exported': {
    zh: '导出差异化拨付台账 {rows} 行',
    en: 'took away a register of {rows} {rows|allocation|allocations}',
  },
  'allocations.shares_exported': {
    zh: '导出工会拨付与使用台账 {rows} 行',
    en: 'took away a register of what unions got and spent, {rows} {rows|line|lines}',
  },
  'contributions.withdrawn': {
    zh: '撤回误登的应缴工会经费 {due} 元',
    en: 'withdrew a contribution of {due} yuan that was recorded by mistake',
  },
  'contributions.moved': {
    zh: '登记工会经费收付 {amount} 元',
    en: 'recorded {amount} yuan of a contribution as received or passed on',
  },
  'contributions.movement_reversed': {
    zh: '冲销工会经费收付 {amount} 元',
    en: 'took a movement of {amount} yuan of a contribution back',
  },
  'allocations.made': { zh: '拟定差异化拨付 {total} 元', en: 'shared {total} yuan among unions' },
  'allocations.approved': { zh: '审定差异化拨付 {total} 元', en: 'approved an allocation of {total} yuan' },
  'allocations.refused': { zh: '退回差异化拨付 {total} 元', en: 'refused an allocation of {total} yuan' },
  'allocations.exported': {
    zh: '导出差异化拨付明细 {rows} 行',
    en: 'took away the {rows} {rows|share|shares} of an allocation',
  },
  'allocations.paid': {
    zh: '办理差异化拨付 {total} 元',
    en: 'paid an allocation of {total} yuan to its unions',
  },
  'allocations.spending_reversed': {
    zh: '冲销拨付经费支出 {amount} 元',
    en: 'took spending of {amount} yuan of an allocation back',
  },
  'allocations.spent': {
    zh: '登记拨付经费支出 {amount} 元，直接用于职工 {workers} 元',
    en: 'recorded {amount} yuan spent of an allocation, {workers} of it directly on workers',
  },
  'ceilings.exported': {
    zh: '导出职工福利台账 {rows} 行，用途：{purpose}',
    en: 'took away a register of {rows} {rows|benefit|benefits}, for: {purpose}',
  },
  'ceilings.benefit_recorded': { zh: '登记职工福利 {amount} 元', en: 'recorded a benefit of {amount} yuan' },
  'ceilings.override_asked': {
    zh: '申请超标准发放职工福利 {amount} 元',
    en: 'asked for a benefit of {amount} yuan above the ceiling',
  },
  'ceilings.override_allowed': {
    zh: '同意超标准发放职工福利 {amount} 元',
    en: 'allowed a benefit of {amount} yuan above the ceiling',
  },
  'ceilings.override_refused': {
    zh: '不同意超标准发放职工福利 {amount} 元',
    en: 'refused a benefit of {amount} yuan above the ceiling',
  },
  'dues.recorded': {
    zh: '登记 {month} 会费 {received} 元',
    en: 'recorded {received} yuan of dues for {month}',
  },
  'dues.withdrawn': {
    zh: '撤回误登的会费 {received} 元',
    en: 'withdrew dues of {received} yuan that were recorded by mistake',
  },
  'prizes.given': {
    zh: '登记文体活动奖励 {winners} 人，{total} 元',
    en: 'gave prizes of {total} yuan to {winners} {winners|winner|winners}',
  },
  'people.relative_declared': { zh: '登记了近亲属申报', en: 'recorded a declared relative' },
  'people.relative_ended': { zh: '撤销了近亲属申报', en: 'took back a declared relative' },
} as const satisfies Record<string, Sentence>
