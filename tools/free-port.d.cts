export function isFree(port: number): Promise<boolean>;
export function freePort(from: number): Promise<number>;
