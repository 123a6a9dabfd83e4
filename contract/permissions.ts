/**
 * What an appointment can be allowed to do. A grant gives one of these within a scope (a unit, a subtree, or oneself).
 * Named `<module>.<verb>`; a route names exactly one, or `signed_in` / `public`.
 */
export const permissions = [
  'organisations.read',
  'organisations.write',
  'organisations.import',
  'people.read',
  'people.write',
  'people.reveal',
  'roster.import',
  'roster.export',
  'inbox.read',
  'figures.read',
  'figures.open',
  'reports.seal',
  'bulletins.write',
  'bulletins.release',
  'audit.read',
  'audit.verify',
  'accounts.manage',
  'accounts.invite',
  'accounts.activate',
  'appointments.read',
  'appointments.write',
  'delegations.write',
  'grants.manage',
  'system.operate',
  'privacy.manage',
  'complaints.handle',
  'events.read',
  'events.write',
  'events.publish',
  'events.run',
  'matchmaking.attest',
  'matchmaking.desk',
  'matchmaking.key_choices',
  'matchmaking.manage',
  'matchmaking.safety',
  'funds.read',
  'funds.write',
  'funds.check',
  'funds.pay',
  'venues.read',
  'venues.write',
  'venues.inspect',
  'venues.book',
  'commissioners.read',
  'commissioners.write',
  'own.read',
  'own.write',
] as const

export type Permission = (typeof permissions)[number]

/** What a route may ask for: a permission, any signed-in person, or nobody in particular. */
export type RoutePermission = Permission | 'signed_in' | 'public'
