export { auditOf, type Audit, type AuditFact, type AuditStep } from './audit';
export { bridgeOf, type Bridge, type BridgeEnd, type Moment } from './bridge';
export { chainFrom, chainOf, type Chain, type ChainInput } from './chain';
export { Explainer, type Explained, type Told, type ToldInput } from './explainer';
export { linesOf, type Line } from './lines';
export type { Reader } from './reader';
export type { Ref } from './ref';
export { valueOf } from './applied';
