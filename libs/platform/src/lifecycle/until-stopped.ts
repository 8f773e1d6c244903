const DRAIN_MS = 8_000;

/**
 * Runs a child process until it is asked to stop: by SIGTERM or SIGINT, or because its parent's channel closed (a killed
 * supervisor leaves nothing behind). Drains once, and goes after eight seconds even when the drain hangs.
 */
export function untilStopped(drain: () => Promise<void>, report: (error: unknown) => void): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const late = setTimeout(() => process.exit(1), DRAIN_MS);
    late.unref();
    drain().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  // The parent may have gone while this process was still starting; undefined means that there never was a channel.
  if (process.connected === false) stop();
}
