package io.redial.emulator.instance;

/**
 * Something about an instance that most instances never touch. Each is a record with a constant for the usual value,
 * which {@link State#feature} gives for an instance that has none of its own.
 */
public sealed interface Feature
        permits Access,
                BackupPlan,
                Billing,
                Connections,
                Dedication,
                FormerSizes,
                InputMode,
                Isolation,
                KeptAddresses,
                LogDelivery,
                MaintenanceWindow,
                Membership,
                Network,
                Nodes,
                Parameters,
                PendingSwitch,
                PlannedEvents,
                Primary,
                ReplicaReads,
                SecurityGroups,
                Ssl,
                Tags,
                Versions,
                Wan {}
