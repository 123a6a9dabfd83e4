import { operations } from '#contract/events-door.ts'
import { eventsRoute, route, withoutKeptAnswer, type Route } from '#server/platform/http/route.ts'
import { checkIn, letInWaiting } from './commands/check-in.ts'
import { keyInDoorList } from './commands/key-in-door-list.ts'
import { openScanDevice } from './commands/open-scan-device.ts'
import { printDoorList } from './commands/print-door-list.ts'
import { syncScans } from './commands/sync-scans.ts'
import { takeBackCheckIn } from './commands/take-back-check-in.ts'
import { getHall, hallEvents } from './queries/hall.ts'
import { listOfflineEntries } from './queries/offline-entries.ts'
import { getOwnEventPass } from './queries/own-pass.ts'
import { listScans } from './queries/scans.ts'

/** The door: letting people in, counting them once, the paper list, the hall's screen. */
export const doorRoutes: Route[] = [
  route('checkIn', operations.checkIn, 'events.run', checkIn),
  route('letInWaiting', operations.letInWaiting, 'events.run', letInWaiting),
  route('takeBackCheckIn', operations.takeBackCheckIn, 'events.run', takeBackCheckIn),
  route('openScanDevice', operations.openScanDevice, 'events.run', openScanDevice),
  route('listOfflineEntries', operations.listOfflineEntries, 'events.run', listOfflineEntries),
  // Every reading carries its own nonce: a second run of the request changes nothing.
  withoutKeptAnswer(route('syncScans', operations.syncScans, 'events.run', syncScans)),
  route('listScans', operations.listScans, 'events.run', listScans),
  route('getHall', operations.getHall, 'events.run', getHall),
  eventsRoute('streamHall', operations.streamHall, 'events.run', hallEvents),
  route('printDoorList', operations.printDoorList, 'events.run', printDoorList),
  route('keyInDoorList', operations.keyInDoorList, 'events.run', keyInDoorList),
  route('getOwnEventPass', operations.getOwnEventPass, 'own.read', getOwnEventPass),
]
