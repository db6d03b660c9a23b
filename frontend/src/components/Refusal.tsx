import { Alert, Text } from "@mantine/core";
import { RequestFailed } from "../api/requestFailed";
import { reason } from "./Failure";

/** Why the server refused what was posted: its sentence, then each fault with its place. */
export function Refusal({ error }: { error: Error | null }) {
  if (!error) {
    return null;
  }
  const faults = error instanceof RequestFailed ? error.errors : [];
  return (
    <Alert color="red" mt="sm" role="alert" title={reason(error)}>
      {faults.map((fault) => (
        <Text key={fault.pointer + fault.detail} size="sm">
          {fault.pointer && `${fault.pointer}: `}
          {sentence(fault)}
        </Text>
      ))}
    </Alert>
  );
}

export function sentence(error: { detail: string; allowed?: string | null }): string {
  const detail = error.detail.replace(/\.$/, "");
  return error.allowed ? `${detail}. Allowed: ${error.allowed}.` : `${detail}.`;
}
