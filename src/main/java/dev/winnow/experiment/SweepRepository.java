package dev.winnow.experiment;

import org.springframework.data.repository.Repository;

interface SweepRepository extends Repository<Sweep, Long> {
  Sweep save(Sweep sweep);
}
