const PIECE = 12;

/** The processor's id, which may break where its line ends: it has no spaces of its own. */
export const LongId = ({ id }: { id: string | null }) => (
  <>
    {(id?.match(new RegExp(`.{1,${PIECE}}`, 'g')) ?? []).map((piece) => (
      <>
        {piece}
        <wbr />
      </>
    ))}
  </>
);
