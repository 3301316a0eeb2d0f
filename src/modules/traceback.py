# traceback: where carets stand is found by the machine's own parser, since there is no module `ast` to ask.


def _extract_caret_anchors_from_line_segment(segment):
    found = _caret_anchors(segment)
    return None if found is None else _Anchors(*found)


def _should_show_carets(self, start_offset, end_offset, all_lines, anchors):
    if _hides_carets('\n'.join(all_lines), len(all_lines), start_offset, end_offset):
        return False
    if anchors:
        return True
    return bool(all_lines[0][:start_offset].lstrip() or all_lines[-1][end_offset:].rstrip())


StackSummary._should_show_carets = _should_show_carets
del _should_show_carets
