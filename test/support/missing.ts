/**
 * A tool that proves something is not on this machine: the proof is skipped with a warning,
 * but never on the build server.
 * @returns false
 */
export function missing(tool: string, cure: string): false {
  const message = `${tool} is not installed, so a check is skipped. ${cure}`;
  if (process.env['CI']) throw new Error(message);
  process.stderr.write(`\nWARNING: ${message}\n`);
  return false;
}
