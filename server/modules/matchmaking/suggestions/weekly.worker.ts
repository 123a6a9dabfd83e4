import { parentPort, workerData } from 'node:worker_threads'
import { makeWeeklyLists, type WeeklyInput } from './rules/weekly-lists.ts'

// A thread of its own: requests of others are answered while it works.
parentPort!.postMessage(makeWeeklyLists(workerData as WeeklyInput))
