/** The head of a public page below the landing page. */
export const PageHead = ({ title, lead }: { title: string; lead: string }) => (
  <div className="page pt-14 sm:pt-24">
    <h1 className="max-w-4xl text-3xl font-extrabold sm:text-4xl">{title}</h1>
    <p className="mt-5 max-w-2xl text-lg text-ink-2">{lead}</p>
  </div>
);
