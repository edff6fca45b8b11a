/** What app.html shows as well: so that nothing blinks between the two. */
export const Boot = () => (
  <div className="boot" role="status" aria-label="불러오는 중">
    <div className="boot-bar" />
    <div className="boot-body"><span /><span /><span /></div>
  </div>
);
