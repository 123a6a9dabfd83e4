/** Whether a cluster must survive a power cut: only throw-away clusters of tests may give that up for speed. */
export type Durability = 'durable' | 'throwaway'

/**
 * The settings of the built-in PostgreSQL on a small machine (2 cores, 4 GB): name and value, given at each start.
 * Its log names no statement, parameter or detail, because those hold personal data.
 */
export function clusterSettings(port: number, durability: Durability): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    effective_cache_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    // Bulk loads: few checkpoints; no archive and no standby read this log.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    // Sessions of a killed server end soon instead of finishing their work unseen.
    client_connection_check_interval: '2s',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_statement: 'none',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    ...(durability === 'durable' ? durableSettings : throwawaySettings),
  }
}

const durableSettings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const throwawaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // Tests read the log itself, while databases made beside them force checkpoints that would take it away.
  wal_keep_size: '1GB',
}
