/** What is to be sent where. */
export interface Shipment {
  recipient: string;
  street: string;
  city: string;
  weight: number;
}

export declare class ApiClient {
  request<T>(method: string, path: string, body?: unknown, timeout?: number): Promise<T>;
}
