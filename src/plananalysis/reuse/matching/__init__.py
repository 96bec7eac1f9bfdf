"""From seeds to matches: cluster them, choose candidates, align or weigh them, and complete the families of copies."""
