import React from "react";

type Props = { title: string };

/** Shows a title. */
export const Title: React.FC<Props> = ({ title }) => {
  const [open, setOpen] = useState<boolean>(false);
  return <Box onClick={() => setOpen(!open)}><ui.Text>{title}</ui.Text></Box>;
};
