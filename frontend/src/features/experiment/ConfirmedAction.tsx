import { Alert, Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { reason } from "../../components/Failure";

interface ConfirmedActionProps {
  name: string;
  question: string;
  action: {
    mutate: (nothing: undefined, options: { onSuccess: () => void }) => void;
    reset: () => void;
    isPending: boolean;
    error: Error | null;
  };
}

/** A button for something that cannot be taken back: asks first, and says why it was refused. */
export function ConfirmedAction({ name, question, action }: ConfirmedActionProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const ask = () => {
    action.reset();
    open();
  };
  return (
    <>
      <Button variant="default" size="xs" c="var(--mantine-color-error)" onClick={ask}>
        {name}
      </Button>
      <Modal opened={opened} onClose={close} title={`${name}?`} centered>
        <Text size="sm">{question}</Text>
        {action.error && (
          <Alert color="red" mt="sm" role="alert">
            {reason(action.error)}
          </Alert>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close} data-autofocus>
            Keep it
          </Button>
          <Button
            color="red"
            loading={action.isPending}
            onClick={() => action.mutate(undefined, { onSuccess: close })}
          >
            {name}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
