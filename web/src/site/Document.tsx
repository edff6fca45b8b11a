/** A document of law: numbered articles, narrow enough to read. */
export const Document = ({ title, since, articles }: { title: string; since: string; articles: { title: string; text: string[] }[] }) => (
  <article className="page py-14 sm:py-20">
    <div className="max-w-3xl">
      <h1 className="text-3xl font-extrabold">{title}</h1>
      <p className="mt-3 text-ink-3">시행일 {since}</p>
      {articles.map((article, index) => (
        <section key={article.title} className="mt-10">
          <h2 className="text-xl">제{index + 1}조 {article.title}</h2>
          {article.text.length === 1
            ? <p className="mt-3 text-ink-2">{article.text[0]}</p>
            : <ol className="mt-3 grid list-decimal gap-2 pl-5 text-ink-2">{article.text.map((line) => <li key={line}>{line}</li>)}</ol>}
        </section>
      ))}
    </div>
  </article>
);
