export { publishNotice, raiseObjection, settleObjection, type NoticeDays } from './notices.ts'
export { noticeOf, type PublicNotice } from './queries.ts'
