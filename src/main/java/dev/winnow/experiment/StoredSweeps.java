package dev.winnow.experiment;

import org.springframework.data.repository.Repository;

interface StoredSweeps extends Repository<Sweep, Long> {
  Sweep save(Sweep sweep);
}
