/** How many times more cases than usual a law is tried on: `THOROUGHNESS=10 npx jest …`. */
export const thoroughness = Number(process.env['THOROUGHNESS'] ?? 1);
