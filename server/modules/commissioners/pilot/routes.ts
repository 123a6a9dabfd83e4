import { operations } from '#contract/commissioners-pilot.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { listPilot } from './pilot.ts'
import { takePilotStep } from './take-step.ts'

/** The professional pilot. */
export const pilotRoutes: readonly Route[] = [
  route('listPilot', operations.listPilot, 'commissioners.read', listPilot),
  route('takePilotStep', operations.takePilotStep, 'commissioners.write', takePilotStep),
]
