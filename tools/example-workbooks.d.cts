export default function exampleWorkbooks(): Promise<[name: string, content: Uint8Array][]>;
