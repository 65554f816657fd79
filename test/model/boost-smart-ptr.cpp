// REQUIRES: boost
// RUN: %prove-model Boost.SmartPtr %s

// Names every type and member that libraries/boost-smart-ptr.yaml models.
