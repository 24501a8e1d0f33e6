import { ApiClient } from "./http";
import { withBackoff } from "./retry";
import type { Shipment } from "./types";

/** Orders a shipment. */
export function orderShipment(client: ApiClient, shipment: Shipment): Promise<{ number: number; price: number }> {
  return withBackoff(() => client.request("POST", "/shipments", shipment));
}

/** Formats a price in cents for people. */
export function formatPrice(cents: number, locale = "en"): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(cents / 100);
}
