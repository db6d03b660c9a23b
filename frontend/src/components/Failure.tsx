import { Alert, Button, Text } from "@mantine/core";
import { RequestFailed } from "../api/requestFailed";
import { NotFound } from "./NotFound";

interface FailureProps {
  error: Error;
  what: string;
  retry?: () => void;
}

/** Why something could not be shown, in the server's words where it gave some. */
export function Failure({ error, what, retry }: FailureProps) {
  if (error instanceof RequestFailed && error.status === 404) {
    return <NotFound what={error.message} />;
  }
  return (
    <Alert color="red" variant="light" title={what} role="alert">
      <Text size="sm">{reason(error)}</Text>
      {retry && (
        <Button mt="sm" size="xs" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

/** One sentence for people; fetch itself only says that it failed. */
export function reason(error: Error): string {
  return error instanceof RequestFailed ? error.message : "The server does not answer.";
}
