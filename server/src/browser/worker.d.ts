/** What a worker's global object is to the protocol's library. The project's types are those of a page, which lack it. */
interface DedicatedWorkerGlobalScope extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}
