/**
 * How the embedded PostgreSQL runs: reached over a unix socket only, small, and durable: an acknowledged commit is
 * on disk.
 */
export function postgresArguments(dataFolder: string, socketFolder: string): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    max_connections: "60",
    shared_buffers: "64MB",
    max_wal_size: "256MB",
    wal_level: "minimal",
    max_wal_senders: "0",
    jit: "off",
    max_parallel_workers_per_gather: "0",
    autovacuum_max_workers: "2",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
  };
  return [
    "-D",
    dataFolder,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}
